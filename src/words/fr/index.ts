import commands from './commands.json'
import common from './common.json'
import completion from './completion.json'
import desk from './desk.json'
import dialogs from './dialogs.json'
import editor from './editor.json'
import find from './find.json'
import firstRun from './first-run.json'
import heard from './heard.json'
import library from './library.json'
import prose from './prose.json'
import reading from './reading.json'
import settings from './settings.json'
import shell from './shell.json'
import side from './side.json'
import site from './site.json'
import tables from './tables.json'

export default {
  ...commands,
  ...common,
  ...completion,
  ...desk,
  ...dialogs,
  ...editor,
  ...find,
  ...firstRun,
  ...heard,
  ...library,
  ...prose,
  ...reading,
  ...settings,
  ...shell,
  ...side,
  ...site,
  ...tables,
}
