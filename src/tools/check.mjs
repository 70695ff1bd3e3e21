// `npm run check`: what can be judged without running the app: lint, types, architecture, known holes in what we ship.
import { spawnSync } from 'node:child_process';
import { lint, printTable, root, runPart, types, vitest } from './parts.mjs';

/** Asks npm for known vulnerabilities of the packages that are shipped. No answer (offline, a mirror without audits) is said, not failed. */
function audit() {
  const args = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=20000'];
  const npm = process.env.npm_execpath;
  const options = { cwd: root, encoding: 'utf8', timeout: 60_000 };
  const asked =
    npm && /\.[cm]?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  const found = auditResult(asked.stdout);
  console.log(found.note);
  return found;
}

function auditResult(text) {
  try {
    const answer = JSON.parse(text);
    const known = answer.metadata?.vulnerabilities;
    if (!known)
      return {
        ok: true,
        note: `not known: the registry gave no answer (${answer.error?.summary || answer.message || answer.error?.code || 'no reason given'})`,
      };
    if (known.total === 0) return { ok: true, note: 'no known vulnerabilities in shipped packages' };
    const names = Object.values(answer.vulnerabilities ?? {}).map((each) => `${each.name} (${each.severity})`);
    return { ok: false, note: `${known.total} known vulnerabilities in shipped packages: ${names.join(', ')}` };
  } catch {
    return { ok: true, note: 'not known: npm audit gave no answer' };
  }
}

const rows = [];
rows.push(await runPart('lint', lint));
rows.push(await runPart('types', types));
rows.push(await runPart('architecture', () => vitest('--project', 'unit', 'tests/architecture.test.ts')));
rows.push(await runPart('audit', audit));
printTable(rows);
process.exitCode = rows.every((row) => row.ok) ? 0 : 1;
