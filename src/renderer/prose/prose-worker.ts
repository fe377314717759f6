import { ProseDesk } from './prose-desk'
import type { ProseAnswer, ProseRequest } from './prose-messages'
import { systemLanguage } from './prose-messages'
import { dictionaryFiles } from './spelling/dictionaries'

const desk = new ProseDesk({
  answer,
  openDictionary,
  loadHints: async () => (await import('./hints/find-hints')).findHints,
  pause: () => new Promise((resolve) => setTimeout(resolve)),
})

/** Reads and checks the texts that come in. */
self.onmessage = ({ data }: MessageEvent<ProseRequest>) => {
  desk.take(data).catch((error: unknown) => {
    answer({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
  })
}

function answer(message: ProseAnswer): void {
  self.postMessage(message)
}

async function openDictionary(language: string) {
  if (language === systemLanguage) return { knows: () => false, suggest: () => [] }
  const files = Object.entries(dictionaryFiles).find(([name]) => name === language)?.[1]
  if (files === undefined) throw new Error(`There is no dictionary for ${language}.`)
  const read = async (url: string) => {
    const response = await fetch(url)
    if (!response.ok) throw new Error(`The dictionary ${url} could not be read: ${response.status}.`)
    return response.text()
  }
  const { openDictionary: open } = await import('./spelling/hunspell')
  return open(...(await Promise.all([read(files.affixes), read(files.words)])))
}
