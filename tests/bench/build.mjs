import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Builds the site and watches how much memory all its processes together hold.
 * @param {string} folder @param {readonly string[]} [options]
 * @returns {Promise<{ seconds: number, peak: number | null, pages: number }>} The peak in megabytes; null where the system
 *   has no /proc to read it from.
 */
export function buildSite(folder, options = []) {
  const start = performance.now()
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn', ...options]
  // Set by some hosts; it would give the build another React than visitors get.
  const { NODE_ENV: _, ...env } = process.env
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, residentOf(child.pid ?? 0))
  }, 100)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => {
      clearInterval(watch)
      if (status === 0) {
        const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
          file.endsWith('.html'),
        ).length
        resolve({
          seconds: (performance.now() - start) / 1000,
          peak: peak > 0 ? peak : null,
          pages,
        })
      } else reject(new Error(`vite build ended with ${status ?? 'a crash'}; expected 0.`))
    })
  })
}

/** Megabytes that a process and all it started hold in memory. @param {number} top */
function residentOf(top) {
  if (process.platform !== 'linux') return 0
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .map((id) => ({ id, ...readStatus(id) }))
  const family = new Set([top])
  // A child may be listed before its parent.
  for (let size = 0; size < family.size; ) {
    size = family.size
    for (const { id, parent } of processes) if (family.has(parent)) family.add(id)
  }
  return processes
    .filter(({ id }) => family.has(id))
    .reduce((sum, { kilobytes }) => sum + kilobytes / 1024, 0)
}

/** @param {number} id */
function readStatus(id) {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8')
    const read = (/** @type {RegExp} */ line) => Number(line.exec(status)?.[1] ?? 0)
    return { parent: read(/^PPid:\s+(\d+)/m), kilobytes: read(/^VmRSS:\s+(\d+)/m) }
  } catch {
    // It has ended since it was listed.
    return { parent: 0, kilobytes: 0 }
  }
}
