/** An Electron app that opens one page and does nothing else: the floor of every start. */
const { app, BrowserWindow } = require('electron')

app
  .whenReady()
  .then(() => new BrowserWindow({ width: 1280, height: 800 }).loadURL(process.env.LONGHAND_BARE_PAGE))
app.on('window-all-closed', () => app.quit())
