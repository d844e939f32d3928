// Loaded into each part of Weft: when the command that started it is killed, it stops too and frees port and folder.
if (process.channel) {
  process.once("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), 10_000).unref();
  });
  process.channel.unref();
}
