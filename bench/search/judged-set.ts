export async function measureJudgedSet(_options: { showsWorst: boolean }): Promise<void> {}
