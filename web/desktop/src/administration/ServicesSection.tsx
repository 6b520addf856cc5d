import { IconInbox } from '@tabler/icons-react'
import type { Id } from '../api/types.ts'
import { Ltr, Say } from '../i18n/Say.tsx'
import { Listed } from './Listed.tsx'
import { useChoices, useNumbers, useVoice } from './queries.ts'
import { None, Reading } from './Sheet.tsx'
import { VoiceForm } from './VoiceForm.tsx'

/// What services do with calls.
export function ServicesSection({ item }: { readonly item: Id | null }) {
  const numbers = useNumbers()
  const choices = useChoices()
  if (numbers.data === undefined || choices.data === undefined) return <Reading error={numbers.error ?? choices.error} />
  const open = choices.data.services.find((one) => one.id === item)
  const art = <IconInbox size={32} stroke={1.4} aria-hidden />
  const { services } = choices.data
  return (
    <div className={services.length === 0 ? 'admin-single' : 'admin-split'}>
      {services.length > 0 && (
        <Listed
          section="services"
          find="admin.findService"
          entries={services.map((service) => {
            const called = numbers.data.filter((one) => one.service === service.id)
            return {
              id: service.id,
              words: `${service.name} ${called.map((one) => one.number).join(' ')}`,
              title: <bdi>{service.name}</bdi>,
              detail: called.length === 0 ? <Say k="admin.notCalled" /> : <Ltr>{called.map((one) => one.number).join(', ')}</Ltr>,
            }
          })}
        />
      )}
      {open !== undefined ? (
        <Voice key={open.id} service={open} />
      ) : services.length === 0 ? (
        <None art={art} heading="admin.noServicesTitle" text="admin.noServicesText" />
      ) : (
        <None
          art={art}
          heading={item === null ? 'admin.chooseServiceTitle' : 'admin.goneTitle'}
          text={item === null ? 'admin.chooseServiceText' : 'admin.goneText'}
        />
      )}
    </div>
  )
}

function Voice({ service }: { readonly service: { readonly id: Id; readonly name: string } }) {
  const numbers = useNumbers()
  const { data, error } = useVoice(service.id)
  if (data === undefined || numbers.data === undefined) return <Reading error={error ?? numbers.error} />
  return <VoiceForm service={service} stored={data} numbers={numbers.data} />
}
