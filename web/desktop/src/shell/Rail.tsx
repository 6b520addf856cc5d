import { IconAddressBook, IconEye, IconInbox, IconMessageCircle, IconSettings, IconUsers } from '@tabler/icons-react'
import { NavLink } from 'react-router'
import { mayAdminister } from '../administration/may.ts'
import type { Me } from '../api/types.ts'
import { FollowUpsLink } from '../followup/FollowUpsLink.tsx'
import { Say, useT } from '../i18n/Say.tsx'
import { MentionsLink } from '../mention/MentionsLink.tsx'
import { useMailQueue } from '../queue/queries.ts'

interface Props {
  readonly me: Me
  readonly conversations: number
  readonly unread: number
}

/// The sections of the product, each for those who may. `unread` counts messages no agent has seen, over all
/// conversations.
export function Rail({ me, conversations, unread }: Props) {
  const t = useT()
  const may = (privilege: Me['privileges'][number]) => me.privileges.includes(privilege)
  return (
    <nav className="rail" aria-label={t('rail.sections')}>
      {may('WORK_AT_DESK') && (
        <NavLink to="/conversations" title={t('rail.conversations')}>
          <span className="unseen">
            <Say k="rail.conversationsCount" values={{ count: conversations, unread }} />
          </span>
          <IconMessageCircle size={20} stroke={1.75} aria-hidden />
          {unread > 0 && <span className="badge" aria-hidden>{unread}</span>}
        </NavLink>
      )}
      {may('WORK_AT_DESK') && <QueueLink />}
      {may('VIEW_CONTACTS') && (
        <NavLink to="/contacts" title={t('rail.contacts')} aria-label={t('rail.contacts')}>
          <IconAddressBook size={20} stroke={1.75} aria-hidden />
        </NavLink>
      )}
      {may('WORK_AT_DESK') && <FollowUpsLink />}
      {may('WORK_AT_DESK') && <MentionsLink />}
      {may('WORK_AT_DESK') && (
        <NavLink to="/colleagues" title={t('colleagues.title')} aria-label={t('colleagues.title')} data-testid="rail-colleagues">
          <IconUsers size={20} stroke={1.75} aria-hidden />
        </NavLink>
      )}
      {may('SUPERVISE') && (
        <NavLink to="/supervision" title={t('rail.supervision')} aria-label={t('rail.supervision')} data-testid="rail-supervision">
          <IconEye size={20} stroke={1.75} aria-hidden />
        </NavLink>
      )}
      {mayAdminister(me) && (
        <NavLink className="rail-last" to="/administration" title={t('rail.administration')} aria-label={t('rail.administration')}>
          <IconSettings size={20} stroke={1.75} aria-hidden />
        </NavLink>
      )}
    </nav>
  )
}

/// Mails that wait to be taken.
function QueueLink() {
  const t = useT()
  const waiting = useMailQueue(false).data?.all ?? 0
  return (
    <NavLink to="/queue" title={t('queue.title')} data-testid="rail-queue">
      <span className="unseen">
        <Say k="rail.queueCount" values={{ count: waiting }} />
      </span>
      <IconInbox size={20} stroke={1.75} aria-hidden />
      {waiting > 0 && <span className="badge" aria-hidden>{waiting > 99 ? '99+' : waiting}</span>}
    </NavLink>
  )
}
