-- AlterTable
ALTER TABLE "tool_call" ADD COLUMN     "overflow" TEXT;
