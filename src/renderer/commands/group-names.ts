import { type Term, term } from '../../words'
import type { Command } from './command'

/** What the groups of commands are called, in the order in which they are listed. */
export const groupNames: Readonly<Record<Command['group'], Term>> = {
  Posts: term('[group] Posts'),
  Text: term('[group] Text'),
  View: term('[group] View'),
  Site: term('[group] Site'),
  Help: term('[group] Help'),
}
