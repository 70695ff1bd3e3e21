import { spawn } from 'node:child_process';

/** The command that opens `url` in the default browser, or undefined where there is no screen or nobody wants it. */
export function openCommand(url, platform = process.platform, env = process.env) {
  if (env.PEBBLE_BAY_NO_OPEN || env.CI || env.SSH_CONNECTION) return undefined;
  if (platform === 'darwin') return ['open', url];
  if (platform === 'win32') return ['cmd', '/c', 'start', '""', url];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open', url] : undefined;
}

/** Opens `url` in the default browser where that can be; says nothing where it cannot, because the address is printed anyway. */
export function openBrowser(url) {
  const [command, ...args] = openCommand(url) ?? [];
  if (!command) return;
  const opened = spawn(command, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
  opened.on('error', () => {});
  opened.unref();
}
