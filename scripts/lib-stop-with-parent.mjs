// Loaded into each part of Weft: when the command that started it was killed, it stops too and frees port and folder.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 15_000).unref();
}, 1_000);
watch.unref();
