// SMS, email and messengers of the stand-in: ways to reach a contact, what is written by them, what becomes of it.


export function channels({ id, now, contacts, conversations, services, users, dispositions, changed, publish, agentOf, begin, Refusal }) {
  const account = (channel, name, address) => ({ channel, id: id(), name, address })
  const accounts = [
    account('sms', 'Orders', '+963115550100'),
    account('sms', 'Alerts', 'HIWAR'),
    account('email', 'orders@example.com', 'orders@example.com'),
    account('whatsapp', 'Hiwar', '+963115550100'),
    account('telegram', 'hiwar_bot', '@hiwar_bot'),
  ]
  const KINDS = { sms: 'PHONE', email: 'EMAIL', whatsapp: 'PHONE', telegram: 'TELEGRAM' }
  const MOST = { sms: [1530, 0], email: [100_000, 10], whatsapp: [4096, 1], telegram: [4096, 10] }
  const optOuts = []
  const emails = new Map()
  const files = new Map()
  const sent = new Map()

  const ofAccount = ({ id, name, address }) => ({ id, name, address })
  const bare = (number) => number.replace(/[^+\d]/g, '')

  function hindrance(one, of, address) {
    if (address === null) return 'no-address'
    if (optOuts.some((out) => out.contact === of.id && out.channel === one.channel && out.value === address.value)) return 'opted-out'
    if (one.channel === 'sms' && bare(address.value).startsWith('+96311')) return 'landline'
    if (one.channel === 'whatsapp' && !serverWindow.open) return 'window-closed'
    return null
  }

  const serverWindow = { open: false }

  function reach(of, conversation) {
    return accounts.flatMap((one) => {
      const fitting = of.addresses.filter((address) => address.kind === KINDS[one.channel])
      return (fitting.length === 0 ? [null] : fitting).map((address, index) => ({
        channel: one.channel,
        account: ofAccount(one),
        address: address === null ? null : { kind: address.kind, value: address.value },
        label: one.name,
        hindrance: hindrance(one, of, address),
        templateOnly: false,
        characters: MOST[one.channel][0],
        files: MOST[one.channel][1],
        live: conversation?.interactions.find((each) => each.state === 'ACTIVE' && each.account?.id === one.id && each.party === address?.value)?.id ?? null,
        preferred: one.channel === 'sms' && one.name === 'Orders' && index === 0,
      }))
    })
  }

  function interaction(one, party, service, direction) {
    return {
      ...structuredClone({ dispositions, requiresDisposition: direction === 'INBOUND', notes: '', disposition: null }),
      id: id(), medium: one.channel === 'email' ? 'EMAIL' : 'CHAT', channel: one.channel, direction, service, state: 'ACTIVE', offer: null, party,
      account: ofAccount(one), arrivedAt: now(), acceptedAt: now(), liveUntil: null, wrapUpUntil: null, endedBy: null, call: null, postponements: [], transfers: [], participants: [],
    }
  }

  function joined(conversation, one, party, direction) {
    let live = conversation.interactions.find((each) => each.state === 'ACTIVE' && each.account?.id === one.id && each.party === party)
    if (live === undefined) {
      live = interaction(one, party, conversation.service, direction)
      conversation.interactions.push(live)
      conversation.state = 'ACTIVE'
      conversation.stateSince = now()
      changed(conversation)
    }
    return live
  }

  function add(conversation, live, author, text, more = {}) {
    const message = { seq: ++conversation.lastSeq, id: id(), interaction: live.id, clientId: null, author, text, at: now(), delivery: null, files: [], writtenAt: null, ...more }
    conversation.all.push(message)
    publish(agentOf(conversation), { type: 'messageAdded', conversation: conversation.id, message })
    return message
  }

  function deliver(conversation, seq, state, failure = null) {
    const message = conversation.all.find((one) => one.seq === seq)
    message.delivery = { state, failure, changedAt: now() }
    publish(agentOf(conversation), { type: 'deliveryChanged', conversation: conversation.id, seq, delivery: message.delivery })
  }

  function write(user, body, one, party) {
    if (sent.has(body.id)) return sent.get(body.id)
    const of = contacts.get(body.contact) ?? contacts.get(conversations.get(body.conversation)?.contact)
    const conversation = conversations.get(body.conversation) ?? [...conversations.values()].find((each) => each.contact === of.id) ?? begin(user, of, services.orders)
    const live = joined(conversation, one, party, 'OUTBOUND')
    const carried = body.files.map((file) => files.get(file))
    const message = add(conversation, live, { kind: 'AGENT', id: user.id, name: user.name }, body.text, {
      clientId: body.id,
      files: carried,
      delivery: { state: 'WAITING', failure: null, changedAt: now() },
    })
    const answer = { conversation: conversation.id, interaction: live.id, seq: message.seq, at: message.at }
    sent.set(body.id, answer)
    return { ...answer, message }
  }

  const routes = [
    ['GET', /^\/api\/contacts\/(\w+)\/reach$/, ({ match, query }) => reach(contacts.get(match[1]), conversations.get(query.get('conversation')))],
    ['PUT', /^\/api\/contacts\/(\w+)\/opt-outs\/(\w+)\/(.+)$/, ({ match }) => void optOuts.push({ contact: match[1], channel: match[2], kind: KINDS[match[2]], value: decodeURIComponent(match[3]), word: null, at: now() })],
    ['DELETE', /^\/api\/contacts\/(\w+)\/opt-outs\/(\w+)\/(.+)$/, ({ match }) => {
      const at = optOuts.findIndex((out) => out.contact === match[1] && out.channel === match[2] && out.value === decodeURIComponent(match[3]))
      if (at >= 0) optOuts.splice(at, 1)
    }],
    ['POST', /^\/api\/messages$/, ({ user, body }) => {
      const one = accounts.find((each) => each.id === body.account)
      const of = contacts.get(body.contact ?? conversations.get(body.conversation)?.contact)
      const why = hindrance(one, of, of.addresses.find((address) => address.value === body.to) ?? null)
      if (why !== null) throw new Refusal(409, why)
      const { message: _, ...answer } = write(user, body, one, body.to)
      return answer
    }],
    ['POST', /^\/api\/messages\/(\w+)\/(\d+)\/retry$/, ({ match }) => deliver(conversations.get(match[1]), Number(match[2]), 'WAITING')],
    ['POST', /^\/api\/emails$/, ({ user, body }) => {
      const one = accounts.find((each) => each.id === body.account)
      const { message, ...answer } = write(user, body, one, body.to[0])
      const mailbox = (address) => ({ name: null, address })
      if (message !== undefined) emails.set(message.id, { subject: body.subject, from: { name: 'Orders', address: one.address }, to: body.to.map(mailbox), cc: body.cc.map(mailbox), replyTo: [], answer: { to: body.to.map(mailbox), cc: [] }, answerAll: { to: body.to.map(mailbox), cc: body.cc.map(mailbox) }, why: 'OURS', thread: '1', changed: null, trust: null, marks: [], html: false, remote: false })
      return answer
    }],
    ['GET', /^\/api\/conversations\/\w+\/emails\/\w+\/other-threads$/, () => []],
    ['GET', /^\/api\/messages\/(\w+)\/email$/, ({ match }) => emails.get(match[1])],
    ['POST', /^\/api\/attachments$/, ({ query, bytes, type }) => {
      const name = query.get('name')
      const file = { id: id(), name, type: /\.pdf$/.test(name) ? 'application/pdf' : /\.png$/.test(name) ? 'image/png' : (type ?? 'application/octet-stream'), bytes, state: 'READY' }
      files.set(file.id, file)
      return file
    }],
  ]

  const seeds = {
    /// { conversation, channel, from, text, subject?, files?, writtenAt?, html? } → the customer writes by another channel
    write({ conversation: of, channel, from, text, subject, cc = [], html = false, ...more }) {
      const conversation = conversations.get(of)
      const one = accounts.find((each) => each.channel === channel)
      const live = joined(conversation, one, from, 'INBOUND')
      const { name } = contacts.get(conversation.contact)
      const message = add(conversation, live, { kind: 'CUSTOMER', id: conversation.contact, name }, text, more)
      if (channel === 'email') emails.set(message.id, { subject, from: { name, address: from }, to: [{ name: null, address: one.address }], cc: cc.map((address) => ({ name: null, address })), replyTo: [], answer: { to: [{ name, address: from }], cc: [] }, answerAll: { to: [{ name, address: from }], cc: cc.map((address) => ({ name: null, address })) }, why: 'NEW', thread: '1', changed: null, trust: 'PRESENTED', marks: html ? ['answers-elsewhere'] : [], html, remote: html })
      return { seq: message.seq }
    },
    deliver: ({ conversation, seq, state, failure }) => deliver(conversations.get(conversation), seq, state, failure),
    window: ({ open }) => void (serverWindow.open = open),
    file: (file) => {
      const one = { id: id(), state: 'READY', ...file }
      files.set(one.id, one)
      return one
    },
  }
  return { routes, seeds, outs: (contact) => optOuts.filter((one) => one.contact === contact), emails, reset: () => [optOuts.splice(0), (serverWindow.open = false)] }
}
