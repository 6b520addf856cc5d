import { Menu } from '@mantine/core'
import { IconCheck, IconChevronDown, IconPhone, IconPhoneOutgoing } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { CallingService } from '../api/types.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { useCallServices, useWhyNoCall } from './calls.ts'
import { lastService, useLastService } from './lastService.ts'
import { useBegin } from './useBegin.ts'

/// A number, the service it is called for, and the button. Alt with N brings the keyboard here. Not there for who may
/// not call.
export function DialField() {
  const t = useT()
  const services = useCallServices()
  const last = useLastService()
  const [number, setNumber] = useState('')
  const { begin, busy } = useBegin()
  const field = useRef<HTMLInputElement>(null)
  const why = useWhyNoCall() ?? (/\d/.test(number) ? null : 'dial.whyEmpty')
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'KeyN' || !event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      field.current?.select()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  const service = services.find((one) => one.id === last) ?? services[0]
  if (service === undefined) return null
  const call = async () => {
    if (why === null && (await begin({ number: number.trim(), service: service.id }))) setNumber('')
  }
  return (
    <form
      className="dial"
      data-testid="dial"
      onSubmit={(event) => {
        event.preventDefault()
        void call()
      }}
    >
      <IconPhoneOutgoing size={14} aria-hidden />
      <input
        ref={field}
        type="tel"
        inputMode="tel"
        // The words begin where the page begins, the number is always written from left to right.
        dir={number === '' ? undefined : 'ltr'}
        maxLength={40}
        value={number}
        data-testid="dial-number"
        aria-label={t('dial.number')}
        placeholder={t('dial.number')}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <ServiceChoice services={services} chosen={service} />
      <button
        type="submit"
        className="dial-go"
        data-testid="dial-call"
        aria-label={t('dial.call')}
        aria-disabled={why !== null || busy}
        title={t(why ?? 'dial.call')}
      >
        <IconPhone size={14} aria-hidden />
      </button>
    </form>
  )
}

function ServiceChoice({ services, chosen }: { readonly services: readonly CallingService[]; readonly chosen: CallingService }) {
  const t = useT()
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button type="button" className="dial-service" aria-label={t('dial.service', { name: chosen.name })}>
          <bdi className="trunc">{chosen.name}</bdi>
          <IconChevronDown size={12} stroke={2} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Say k="dial.callFor" />
        </Menu.Label>
        {services.map((one) => (
          <Menu.Item
            key={one.id}
            onClick={() => lastService.keep(one.id)}
            rightSection={one.id === chosen.id ? <IconCheck size={14} aria-hidden /> : undefined}
          >
            <bdi>{one.name}</bdi>
            <div className="micro subtle">
              {one.callerId === null ? (
                <Say k="dial.noCallerId" />
              ) : (
                <Say k="dial.callerId" values={{ number: <Ltr key="n">{one.callerId}</Ltr> }} />
              )}
            </div>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
