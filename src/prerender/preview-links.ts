import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { answerTo, cacheControl, NO_SUCH_FILE, SECURITY_HEADERS } from './hosting.ts'

/** The preview answers as the hosts do; what is a plain file it still leaves to Vite, with ranges and all. */
export function previewLinks(): Plugin {
  return {
    name: 'replydiff:preview-links',
    configurePreviewServer({ config, middlewares }) {
      const folder = resolve(config.root, config.build.outDir)
      const exists = (file: string) => {
        const path = join(folder, file)
        return existsSync(path) && statSync(path).isFile()
      }

      middlewares.use((request, response, next) => {
        const [, path = '/', query = ''] = /^([^?#]*)([^#]*)/.exec(request.url ?? '/') ?? []
        if (!path.startsWith(config.base)) return next()
        const answer = answerTo(path.slice(config.base.length - 1), exists)

        if (answer.kind === 'file' && answer.status === 200) {
          response.setHeader('Cache-Control', cacheControl(`/${answer.file}`))
          request.url = `${config.base}${encodeURI(answer.file)}${query}`
          return next()
        }
        const headers = { ...SECURITY_HEADERS, 'Cache-Control': cacheControl('/') }
        if (answer.kind === 'redirect') {
          response.writeHead(301, { ...headers, Location: config.base + answer.to.slice(1) + query }).end()
        } else if (answer.kind === 'no-such-file') {
          response
            .writeHead(404, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' })
            .end(NO_SUCH_FILE)
        } else {
          // A build for development has no page of its own for this.
          const page = exists(answer.file) ? answer.file : 'index.html'
          response.writeHead(404, { ...headers, 'Content-Type': 'text/html; charset=utf-8' })
          response.end(readFileSync(join(folder, page)))
        }
      })
    },
  }
}
