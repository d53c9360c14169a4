import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** @typedef {'nginx' | 'caddy'} Server */

const DEBIAN_PACKAGES = {
  nginx: ['nginx', 'libnginx-mod-http-brotli-filter', 'libnginx-mod-http-brotli-static'],
  caddy: ['caddy'],
}

/**
 * The paths of the web servers that the configurations of the repository are tried on, installed if need be, or what was
 * tried.
 * @returns {{ paths: string[] } | { problem: string }}
 */
export function findServers() {
  const missing = () => /** @type {Server[]} */ (['nginx', 'caddy']).filter((server) => !findServer(server))
  const outcome = missing().length > 0 ? installWithApt(missing()) : null
  const lacking = missing()
  if (lacking.length === 0) return { paths: [findServer('nginx') ?? '', findServer('caddy') ?? ''] }
  return {
    problem: [
      `Not found, and could not be installed: ${lacking.join(' and ')}.`,
      'Expected: nginx 1.22 or newer with the brotli modules, and Caddy 2.6 or newer; NGINX_PATH, CADDY_PATH, or on the PATH.',
      ...(outcome ? [`Tried: ${outcome}`] : []),
      `To do, on Debian: apt-get install ${lacking.flatMap((server) => DEBIAN_PACKAGES[server]).join(' ')}`,
    ].join('\n'),
  }
}

/** @param {Server} server @returns {string | null} */
export function findServer(server) {
  const { NGINX_PATH, CADDY_PATH, PATH = '' } = process.env
  // Only root has the sbin folders on its PATH.
  const folders = [...PATH.split(':'), '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin']
  const set = { nginx: NGINX_PATH, caddy: CADDY_PATH }[server]
  const paths = [...(set ? [set] : []), ...folders.map((folder) => join(folder, server))]
  const serves = { nginx: knowsBrotli, caddy: tellsVersion }[server]
  return paths.find((path) => existsSync(path) && serves(path)) ?? null
}

/** @param {string} path */
function tellsVersion(path) {
  return spawnSync(path, ['version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

/** @param {string} path */
function knowsBrotli(path) {
  const folder = mkdtempSync(join(tmpdir(), 'replydiff-nginx-'))
  const file = join(folder, 'nginx.conf')
  writeFileSync(file, nginxMain(folder, 'brotli on; brotli_static on;'))
  const { status } = spawnSync(path, ['-t', '-c', file], { stdio: 'ignore', timeout: 30_000 })
  rmSync(folder, { recursive: true, force: true })
  return status === 0
}

/**
 * What Debian's own file says around a site, with every path in one folder, so that anybody may run it.
 * @param {string} folder @param {string} site
 */
export function nginxMain(folder, site) {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return [
    // Where Debian lists the modules that are installed; elsewhere nothing matches.
    'include /etc/nginx/modules-enabled/*.conf;',
    // The folder of a test is its owner's, and root would give its workers to somebody else.
    ...(process.getuid?.() === 0 ? [`user ${userInfo().username};`] : []),
    'daemon off;',
    'worker_processes 1;',
    'error_log stderr;',
    `pid ${join(folder, 'pid')};`,
    'events { }',
    'http {',
    'access_log off;',
    ...temporary.map((name) => `${name}_temp_path ${join(folder, name)};`),
    site,
    '}',
    '',
  ].join('\n')
}

/** @param {Server[]} servers @returns {string | null} */
function installWithApt(servers) {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return null
  const packages = servers.flatMap((server) => DEBIAN_PACKAGES[server])
  console.log(`Installing with apt-get: ${packages.join(' ')} …`)
  const wasThere = servers.filter((server) => existsSync(join('/etc', server)))
  return withoutServices(() => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
      const { error, status, stderr } = spawnSync('apt-get', ['-q', ...args], { env, encoding: 'utf8' })
      if (status === 0) continue
      const lines = (stderr ?? '').trim().split('\n')
      const reason = error?.message ?? lines.find((line) => line.startsWith('E:')) ?? lines.at(-1)
      return `apt-get ${args.join(' ')}: ${reason}`
    }
    // Nor shall they start with the machine; one that somebody had already is left as it was.
    const added = servers.filter((server) => !wasThere.includes(server))
    if (added.length > 0) spawnSync('systemctl', ['disable', ...added], { stdio: 'ignore' })
    return 'apt-get install ended well, but they are still not to be used'
  })
}

/**
 * Debian starts a server as soon as it is installed, on port 80; this file of its policy keeps it from doing so.
 * @template Result @param {() => Result} install @returns {Result}
 */
function withoutServices(install) {
  const policy = '/usr/sbin/policy-rc.d'
  if (existsSync(policy)) return install()
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    return install()
  } finally {
    rmSync(policy, { force: true })
  }
}
