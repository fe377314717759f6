/**
 * The browser shell: the same screen and the same calls on 127.0.0.1. It promises that
 *
 * 1. only this machine can reach it, and only who knows its token;
 * 2. a page of another origin can neither read a file nor open a connection, whatever the browser sends along;
 * 3. it reads nothing that `api.fetch` would not hand out.
 */
export { startServer } from './start-server'
