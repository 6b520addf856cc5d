import { useEffect } from 'react'
import type { ConversationView } from '../api/types.ts'
import { nameOf } from '../contact/names.ts'
import type { MessageKey } from '../i18n/language.ts'
import { useT } from '../i18n/Say.tsx'
import { useMe } from '../session/me.ts'
import { notice } from '../shell/notices.ts'
import { type Out, useOuts } from './out.ts'

const WORDS: Readonly<Record<Out['why'], MessageKey>> = {
  REMOVED: 'visit.removed',
  WITHDRAWN: 'visit.withdrawn',
  ENDED: 'visit.ended',
  SET_ASIDE: 'visit.setAside',
  NO_ANSWER: 'visit.noAnswer',
}

/// Tells a guest in one sentence why a conversation is not on their desk any more.
export function Farewell() {
  const t = useT()
  const me = useMe()
  const outs = useOuts()
  useEffect(() => {
    if (me === undefined || outs.length === 0) return
    for (const { conversation, why } of outs)
      notice(t(WORDS[why], { host: isolated(hostOf(conversation, me.id)), name: isolated(nameOf(conversation.contact, t)) }))
    useOuts.setState((all) => all.filter((one) => !outs.includes(one)), true)
  }, [t, me, outs])
  return null
}

/// Who had it last; if nobody did, who had asked the guest in.
function hostOf({ interactions }: ConversationView, guest: string): string {
  const visited = interactions.find((one) => one.state === 'GUEST' || one.state === 'INVITED')
  const asked = visited?.participants.findLast((one) => one.agent.id === guest)
  return (visited?.host ?? asked?.host)?.name ?? ''
}

/// A name in its own direction, whatever stands around it.
function isolated(name: string): string {
  return `\u2068${name}\u2069`
}
