import { Menu } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import type { CallingService } from '../api/types.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { lastService } from './lastService.ts'

interface Props {
  readonly services: readonly CallingService[]
  readonly chosen: CallingService
}

/// The service in whose name one calls.
export function ServiceChoice({ services, chosen }: Props) {
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
