import './administration.css'
import { Fragment, useEffect } from 'react'
import { Navigate, NavLink, useParams } from 'react-router'
import type { Id, Me } from '../api/types.ts'
import { HelpLink } from '../help/HelpLink.tsx'
import type { MessageKey } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useMe } from '../session/me.ts'
import { CampaignsSection } from './campaign/CampaignsSection.tsx'
import { DispositionsSection } from './campaign/DispositionsSection.tsx'
import { AccountsSection } from './channel/AccountsSection.tsx'
import { AsideSection } from './channel/AsideSection.tsx'
import { LedgerSection } from './channel/LedgerSection.tsx'
import { ContactFieldsSection } from './contact/ContactFieldsSection.tsx'
import { ContactFileSection } from './contact/file/ContactFileSection.tsx'
import { ReportsSection } from './report/ReportsSection.tsx'
import { AuditSection } from './audit/AuditSection.tsx'
import { EntriesSection } from './entry/EntriesSection.tsx'
import { DoNotCallSection } from './list/DoNotCallSection.tsx'
import { ListsSection } from './list/ListsSection.tsx'
import { mayAdminister } from './may.ts'
import { NumbersSection } from './NumbersSection.tsx'
import { OutgoingSection } from './OutgoingSection.tsx'
import { type SectionName, SECTIONS } from './sections.ts'
import { RolesSection } from './people/RolesSection.tsx'
import { SkillsSection } from './people/SkillsSection.tsx'
import { TeamsSection } from './people/TeamsSection.tsx'
import { UsersSection } from './people/UsersSection.tsx'
import { PhonesSection } from './PhonesSection.tsx'
import { ReasonsSection } from './service/ReasonsSection.tsx'
import { RetentionSection } from './RetentionSection.tsx'
import { ServicesSection } from './service/ServicesSection.tsx'
import { TemplatesSection } from './template/TemplatesSection.tsx'
import { TrunksSection } from './TrunksSection.tsx'

/// The sections under their headings, by who may open them.
const GROUPS: readonly { readonly title: MessageKey; readonly needs: readonly Me['privileges'][number][] }[] = [
  { title: 'admin.telephony', needs: ['MANAGE_TELEPHONY'] },
  { title: 'admin.work', needs: ['MANAGE_SERVICES'] },
  { title: 'admin.channels', needs: ['MANAGE_CHANNELS'] },
  { title: 'admin.contacts', needs: ['MANAGE_CONTACTS'] },
  { title: 'admin.calling', needs: ['RUN_CAMPAIGNS', 'MANAGE_CAMPAIGNS', 'VIEW_REPORTS'] },
  { title: 'staff.title', needs: ['MANAGE_USERS', 'VIEW_AUDIT_LOG'] },
  { title: 'admin.data', needs: ['MANAGE_RETENTION'] },
]

/// What an administrator sets up: the sections at the start, one of them open beside them.
export function AdministrationPage() {
  const t = useT()
  const me = useMe()
  const { section, item } = useParams()
  const mine = SECTIONS.filter((one) => me?.privileges.includes(one.needs))
  const open = mine.find((one) => one.name === section)
  useEffect(() => {
    if (open !== undefined) document.title = t('admin.pageTitle', { section: t(open.title) })
    return () => {
      document.title = t('app.name')
    }
  }, [t, open])
  if (me === undefined) return null
  if (!mayAdminister(me)) return <Navigate to="/conversations" replace />
  if (open === undefined) return <Navigate to={`/administration/${mine[0]?.name ?? ''}`} replace />
  return (
    <div className="main admin">
      <nav className="admin-nav" aria-label={t('rail.administration')}>
        <h2>
          <Say k="rail.administration" />
        </h2>
        {GROUPS.map((group) => {
          const sections = mine.filter((one) => group.needs.includes(one.needs))
          if (sections.length === 0) return null
          return (
            <Fragment key={group.title}>
              <div className="label">
                <Say k={group.title} />
              </div>
              {sections.map(({ name, title, icon: Icon }) => (
                <NavLink key={name} to={`/administration/${name}`} data-testid={`admin-${name}`}>
                  <Icon size={16} stroke={1.75} aria-hidden />
                  <Say k={title} />
                </NavLink>
              ))}
            </Fragment>
          )
        })}
        <HelpLink screen={open.name} />
      </nav>
      <main className="sheet admin-sheet" data-testid="administration" data-section={open.name}>
        <Opened section={open.name} item={item ?? null} />
      </main>
    </div>
  )
}

/// `item`: the id of what is open, `new` for what is not there yet, null when nothing is chosen.
function Opened({ section, item }: { readonly section: SectionName; readonly item: Id | 'new' | null }) {
  switch (section) {
    case 'trunks':
      return <TrunksSection item={item} />
    case 'numbers':
      return <NumbersSection item={item} />
    case 'services':
      return <ServicesSection item={item} />
    case 'outgoing':
      return <OutgoingSection />
    case 'phones':
      return <PhonesSection item={item} />
    case 'entries':
      return <EntriesSection item={item} />
    case 'accounts':
      return <AccountsSection item={item} />
    case 'templates':
      return <TemplatesSection item={item} />
    case 'ledger':
      return <LedgerSection />
    case 'set-aside':
      return <AsideSection />
    case 'contact-fields':
      return <ContactFieldsSection item={item} />
    case 'contact-file':
      return <ContactFileSection />
    case 'lists':
      return <ListsSection item={item} />
    case 'do-not-call':
      return <DoNotCallSection item={item} />
    case 'campaigns':
      return <CampaignsSection item={item} />
    case 'results':
      return <DispositionsSection item={item} />
    case 'reasons':
      return <ReasonsSection item={item} />
    case 'reports':
      return <ReportsSection />
    case 'users':
      return <UsersSection item={item} />
    case 'teams':
      return <TeamsSection item={item} />
    case 'skills':
      return <SkillsSection item={item} />
    case 'roles':
      return <RolesSection />
    case 'audit-log':
      return <AuditSection />
    case 'retention':
      return <RetentionSection />
  }
}
