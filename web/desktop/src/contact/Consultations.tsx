import { IconArrowForwardUp, IconPhoneX, IconUserPlus, IconUsersGroup } from '@tabler/icons-react'
import type { ActivityView, PastConsultationView } from '../api/types.ts'
import { clockOf } from '../i18n/formats.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Ltr, Say } from '../i18n/Say.tsx'
import { ConsultedName } from '../telephone/Consultation.tsx'

type Outcome = PastConsultationView['outcome']

/// Who was asked into a call, each an entry of its own under the call. Nothing when nobody was.
export function Consultations({ activity }: { readonly activity: Pick<ActivityView, 'consultations'> }) {
  if (activity.consultations.length === 0) return null
  return (
    <ul className="consultations" data-testid="consultations">
      {activity.consultations.map((one) => {
        const Icon = ICONS[one.outcome]
        return (
          <li key={one.id} className="meta muted">
            <Icon size={14} stroke={1.75} className="flip" aria-hidden />
            <span className="trunc">
              <Say k={WORDS[one.outcome]} />
              {' · '}
              <ConsultedName consultation={one} />
              {one.seconds !== null && (
                <>
                  {' · '}
                  <Ltr className="num">{clockOf(one.seconds * 1000)}</Ltr>
                </>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

const WORDS: Readonly<Record<Outcome, MessageKey>> = {
  ENDED: 'consult.past.ended',
  TRANSFERRED: 'consult.past.transferred',
  CONFERENCE: 'consult.past.conference',
  NOT_ANSWERED: 'consult.past.notAnswered',
}

const ICONS: Readonly<Record<Outcome, typeof IconUserPlus>> = {
  ENDED: IconUserPlus,
  TRANSFERRED: IconArrowForwardUp,
  CONFERENCE: IconUsersGroup,
  NOT_ANSWERED: IconPhoneX,
}
