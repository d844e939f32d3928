-- AlterTable
ALTER TABLE "tool_operation" ALTER COLUMN "input_schema" SET DATA TYPE JSON,
ALTER COLUMN "output_schema" SET DATA TYPE JSON,
ALTER COLUMN "example_input" SET DATA TYPE JSON;
