import { drafts, useDrafts } from '../conversation/drafts.ts'
import { type Outgoing, outbox } from '../conversation/outbox.ts'
import { approvedDraftOf } from './approved.ts'
import { NOTE, WEB } from './choice.ts'

/// What was refused returns to where it was written, before what is being typed there.
export function takeBack({ id, conversation, text, road }: Outgoing): void {
  outbox.drop(id)
  if (road?.kind === 'EMAIL') {
    const typed = useDrafts.getState().mails[conversation]?.text ?? ''
    const { to, cc, subject, inReplyTo, quoted = null } = road
    drafts.mail(conversation, { to: to.join(', '), cc: cc.join(', '), subject, text: before(text, typed), inReplyTo, quoted })
    attach(conversation, 'email', road.files)
    return
  }
  if (road?.kind === 'NOTE') {
    drafts.write(conversation, NOTE, before(text, drafts.text(conversation, NOTE)))
    return
  }
  if (road === undefined || road.kind === 'CHAT') {
    drafts.write(conversation, WEB, before(text, drafts.text(conversation, WEB)))
    attach(conversation, WEB, road?.files ?? [])
    return
  }
  const { channel } = road
  if (road.template !== undefined) {
    const { name, language, parameters } = road.template
    const values = Object.fromEntries(parameters.map((one) => [one.name, one.text]))
    drafts.write(conversation, approvedDraftOf(channel), JSON.stringify({ name, language, values }))
    return
  }
  drafts.write(conversation, channel, before(text, drafts.text(conversation, channel)))
  attach(conversation, channel, road.files)
}

function before(text: string, typed: string): string {
  return typed === '' ? text : `${text}\n${typed}`
}

function attach(conversation: string, channel: string, files: ReturnType<typeof drafts.files>): void {
  drafts.attach(conversation, channel, [...files, ...drafts.files(conversation, channel)])
}
