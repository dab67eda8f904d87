/** The program of the crash test: serves a folder of books, built by esbuild and run as a process. */
import { serve, serverLog, untilStopped } from '../../src/node-server.ts'

const [, , books = '', renderWorker = '', taskThread = ''] = process.argv
const log = serverLog()
const server = await serve({
  books,
  port: 0,
  hostname: '127.0.0.1',
  log,
  renderWorker: new URL(renderWorker),
  taskThread: new URL(taskThread),
})
process.stderr.write(`port ${server.port}\n`)
await untilStopped(server)
log.flush()
process.stderr.write('stopped\n')
