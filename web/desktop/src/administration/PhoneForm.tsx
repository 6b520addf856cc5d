import { PasswordInput, TextInput } from '@mantine/core'
import { useNavigate } from 'react-router'
import { send } from '../api/http.ts'
import type { Id, PhoneView, UserView } from '../api/types.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { written } from '../i18n/written.ts'
import { forgetDraft, useDraft } from './drafts.ts'
import { Choose, Group, ltrOnceWritten, Pair } from './fields.tsx'
import { useByName } from './names.ts'
import { OwnAddress } from './OwnAddress.tsx'
import { draftOfPhone, EMPTY_PHONE, PHONE_FIELDS, type PhoneDraft, wishOfPhone, wrongPhone } from './phone.ts'
import { useKept, useReadAgain } from './queries.ts'
import { RemoveButton } from './RemoveButton.tsx'
import { Sheet } from './Sheet.tsx'

interface Props {
  /// Null while it is not there yet.
  readonly phone: PhoneView | null
  readonly users: readonly UserView[]
  readonly onMade: (id: Id) => void
}

export function PhoneForm({ phone, users, onMade }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const readAgain = useReadAgain()
  const kept = useKept(onMade)
  const byName = useByName()
  const form = `phones ${phone?.id ?? 'new'}`
  const draft = useDraft<PhoneDraft>(form, phone === null ? EMPTY_PHONE : draftOfPhone(phone), {
    check: (one) => wrongPhone(one, phone?.login ?? null),
    fields: PHONE_FIELDS,
    save: (one) => kept(
      phone === null
        ? send('POST', '/api/phones', { body: wishOfPhone(one) })
        : send('PUT', '/api/phones/{phone}', { path: { phone: phone.id }, body: wishOfPhone(one) }).then(() => null),
    ),
  })
  const { value, set, at } = draft
  return (
    <Sheet
      draft={draft}
      fresh={phone === null}
      title={phone === null ? <Say k="admin.newPhone" /> : <bdi>{phone.name}</bdi>}
      subtitle={phone === null ? undefined : <Standing phone={phone} />}
      {...(phone === null ? { onDiscard: () => void navigate('/administration/phones') } : {})}
      actions={
        phone !== null && (
          <RemoveButton
            name={<bdi>{phone.name}</bdi>}
            consequence={<Say k="admin.removePhone" />}
            remove={async () => {
              await send('DELETE', '/api/phones/{phone}', { path: { phone: phone.id } })
              forgetDraft(form)
              await readAgain()
            }}
            onRemoved={() => void navigate('/administration/phones')}
          />
        )
      }
    >
      <Group heading="admin.phone" hint="admin.phoneHint">
        <Pair>
          <TextInput
            label={<Say k="admin.name" />}
            value={value.name}
            error={at('name')}
            maxLength={200}
            data-testid="phone-name"
            {...written(value.name)}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <Choose
            label={<Say k="admin.owner" />}
            value={value.user}
            error={at('user')}
            placeholder={t('admin.choose')}
            searchable={users.length > 10}
            nothingFoundMessage={t('admin.noneFound')}
            data={byName(users, (one) => one.name)
              .filter((one) => !one.disabled || one.id === value.user)
              .map((one) => ({ value: one.id, label: one.name }))}
            data-testid="phone-owner"
            onChange={(user) => set({ user })}
          />
        </Pair>
      </Group>
      <Group heading="admin.logIn" hint="admin.phoneLogInHint">
        <Pair>
          <TextInput
            label={<Say k="login.user" />}
            value={value.login}
            error={at('login')}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="none"
            maxLength={64}
            data-testid="phone-login"
            {...ltrOnceWritten(value.login)}
            onChange={(event) => set({ login: event.currentTarget.value })}
          />
          <PasswordInput
            label={<Say k="login.password" />}
            placeholder={phone === null ? '' : t('admin.passwordKept')}
            value={value.password}
            error={at('password')}
            aria-invalid={at('password') !== undefined}
            autoComplete="new-password"
            maxLength={200}
            data-testid="phone-password"
            visibilityToggleButtonProps={{ 'aria-label': t('login.showPassword') }}
            onChange={(event) => set({ password: event.currentTarget.value })}
          />
        </Pair>
      </Group>
      <OwnAddress heading="admin.own.heading" hint="admin.own.phoneHint" />
    </Sheet>
  )
}

/// Whether it is there, and where.
function Standing({ phone }: { readonly phone: PhoneView }) {
  if (phone.address === null) return <Say k="admin.notRegisteredYet" />
  return <Say k="admin.registeredAt" values={{ address: <Ltr key="a">{phone.address}</Ltr> }} />
}
