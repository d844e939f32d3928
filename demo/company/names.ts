/** Name lists from which the people without a part of their own are made. */

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

export const englishGivenNames = list(`
  Abigail Adam Alexander Alice Andrew Anna Anthony Arthur Benjamin Bethany Bridget Callum Caroline
  Charles Charlotte Christopher Claire Clive Daisy Declan Diana Dominic Edith Edward Eliza Elliot
  Emily Esther Felix Fiona Frances Gemma George Georgia Harriet Harry Heather Howard Imogen Isaac
  Jacob James Jasmine Joanna Joel Jonathan Joseph Julia Karen Keith Laura Lewis Lucy Luke Martha
  Martin Matthew Megan Nathan Neil Nicola Nora Patrick Paul Penelope Peter Philippa Rachel Rebecca
  Reuben Rosalind Samuel Sarah Sean Stella Stephen Susan Theodore Thomas Veronica Violet William
  Amara Anil Aisha Chidi Farah Imran Kavita Kwame Leila Priya Rohan Sunita Wei Yasmin Zainab
`);

export const englishFamilyNames = list(`
  Abbott Ainsworth Alder Atwood Bainbridge Barlow Bellamy Blackwood Bradshaw Brennan Brook Burrows
  Carver Chadwick Clarke Coleman Cooper Cartwright Dalton Denham Drummond Eastwood Ellison Everett
  Farrow Fletcher Foxley Garrick Goddard Granger Hadley Hargreaves Hawthorne Holloway Hutton Ingram
  Jarvis Jennings Keating Kendrick Kirby Langley Larkin Lockwood Maddox Marlowe Mayfield Merrick
  Milburn Norwood Oakley Osborne Parrish Peacock Prescott Quigley Radcliffe Rowntree Rutherford
  Sedgwick Shelton Sinclair Stafford Sutton Talbot Tennant Thornbury Underhill Vickers Wainwright
  Wakefield Westbrook Whitaker Winters Woodruff Yardley Adeyemi Chowdhury Desai Hussain Iqbal Kaur
  Mensah Nair Obi Patel Qureshi Rahman Shah Zhang
`);

export const portugueseGivenNames = list(`
  Adriana Afonso Alexandra Alice Álvaro Ana André Andreia Antónia António Artur Bárbara Bernardo
  Bruno Camila Carla Carlos Catarina Célia César Clara Cláudia Cristina Daniela David Débora Diana
  Diogo Eduardo Elisa Emília Ernesto Eva Fábio Fernando Filipe Flávia Francisca Francisco Frederico
  Gabriel Gabriela Gaspar Gustavo Guilherme Irene Isabel Ivo Jaime Joana João Joaquim Jorge José
  Júlia Laura Lídia Lourenço Lúcia Luís Luísa Madalena Manuel Marco Maria Mariana Mário Marta Mateus
  Matilde Miguel Mónica Nádia Natália Óscar Paula Paulo Pedro Rafael Raquel Renato Ricardo Rita
  Rodrigo Rosa Rúben Salvador Samuel Sandra Sara Sérgio Sílvia Simão Sónia Susana Tomás Vera Vicente
  Vítor Xavier
`);

export const portugueseFamilyNames = list(`
  Abrantes Aguiar Almeida Alves Amaral Andrade Antunes Araújo Azevedo Baptista Barros Bastos Borges
  Braga Branco Cabral Caldeira Campos Cardoso Carneiro Carvalhal Castro Coelho Correia Costa Coutinho
  Cruz Cunha Dias Domingues Duarte Esteves Faria Fernandes Ferraz Ferreira Figueiredo Freitas Furtado
  Gaspar Gomes Gonçalves Gouveia Guerreiro Henriques Leal Leite Lemos Lima Lopes Loureiro Macedo
  Machado Magalhães Maia Marques Martins Matias Matos Melo Mendes Mesquita Miranda Monteiro Morais
  Moura Neves Nobre Oliveira Pacheco Paiva Peixoto Pereira Pinheiro Pinto Queirós Ramos Rebelo Reis
  Ribeiro Rocha Rodrigues Rosado Salgado Santos Saraiva Silva Simões Soares Sousa Tavares Teixeira
  Torres Valente Vaz Vieira Vilela
`);
