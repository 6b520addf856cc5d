package org.hiwar.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hiwar.chat.Beginnings.Beginning;
import org.hiwar.chat.ChatSocket.Greeted;
import org.hiwar.chat.FromVisitor.Answers;
import org.hiwar.chat.FromVisitor.Hello;
import org.hiwar.chat.FromVisitor.Send;
import org.hiwar.contact.Addresses;
import org.hiwar.contact.VisitorContacts;
import org.hiwar.conversation.Author;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.conversation.ConversationStore;
import org.hiwar.conversation.Inbound;
import org.hiwar.conversation.Inbound.Claims;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.MessageStore;
import org.hiwar.conversation.Messages;
import org.hiwar.conversation.NewMessage;
import org.hiwar.conversation.Refusal;
import org.hiwar.conversation.Sent;
import org.hiwar.platform.OneLine;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Skill;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a customer can do in the widget: come back to a chat, and write.
@Component
class Chats {
  static final String CHANNEL = ChatEntry.CHANNEL;

  private final Messages messages;
  private final MessageStore stored;
  private final InteractionStore interactions;
  private final VisitorContacts contacts;
  private final ConversationStore conversations;
  private final SkillStore skills;
  private final Beginnings beginnings;
  private final ChatFiles files;
  private final SiteIdentities identities;
  private final VisitorTokens tokens;
  private final Visitors visitors;
  private final AgentNames names;

  Chats(
      Messages messages,
      MessageStore stored,
      InteractionStore interactions,
      VisitorContacts contacts,
      ConversationStore conversations,
      SkillStore skills,
      Beginnings beginnings,
      ChatFiles files,
      SiteIdentities identities,
      VisitorTokens tokens,
      Visitors visitors,
      AgentNames names) {
    this.messages = messages;
    this.stored = stored;
    this.interactions = interactions;
    this.contacts = contacts;
    this.conversations = conversations;
    this.skills = skills;
    this.beginnings = beginnings;
    this.files = files;
    this.identities = identities;
    this.tokens = tokens;
    this.visitors = visitors;
    this.names = names;
  }

  /// The frames that a hello is answered with: who the visitor is, where the chat stands, and every
  /// message after the ones the widget has. Who is signed in sees the last chat though it is over;
  /// in a browser that anybody may use, only the page that showed it does. Empty when the visitor
  /// has too many sockets.
  List<ToVisitor> hello(ChatSocket socket, Hello hello) {
    var workspace = socket.opened.workspace();
    var identity =
        identities.read(workspace, socket.opened.entry().id(), hello.identity()).orElse(null);
    var known =
        identity == null
            ? tokens.visitor(workspace, hello.visitor())
            : Optional.of(identity.visitor());
    var key = new Visitors.Key(workspace, known.orElseGet(tokens::newVisitor));
    var view =
        new ChatView(
            agent -> names.of(workspace, agent), conversation -> files.of(key, conversation));
    socket.greeted = new Greeted(key, view, hello.language(), identity, System.nanoTime());
    if (!visitors.enter(key, socket)) return List.of();
    var newest = known.isEmpty() ? Optional.<Interaction>empty() : follow(key);
    var token = tokens.sign(workspace, key.visitor());
    boolean shown =
        newest.isPresent()
            && (newest.get().live() || identity != null || named(hello, newest.get()));
    return shown
        ? snapshot(key, view, newest.get(), named(hello, newest.get()) ? hello.after() : 0, token)
        : List.of(new ToVisitor.Welcome(token, view.chat(), List.of()));
  }

  private static boolean named(Hello hello, Interaction interaction) {
    return hello.conversation() != null
        && hello.conversation() == interaction.conversation().value();
  }

  /// The visitor's newest chat, read after its events are heard, so that none falls between the
  /// two.
  private Optional<Interaction> follow(Visitors.Key key) {
    var contact = contacts.find(key.workspace(), key.visitor());
    if (contact.isEmpty()) return Optional.empty();
    var newest =
        interactions.newest(key.workspace(), contact.get(), Medium.CHAT, CHANNEL, key.visitor());
    newest.ifPresent(chat -> visitors.follow(key, chat.conversation(), chat.id()));
    return newest.flatMap(chat -> interactions.find(key.workspace(), chat.id()));
  }

  private List<ToVisitor> snapshot(
      Visitors.Key visitor, ChatView view, Interaction newest, long after, String token) {
    var workspace = visitor.workspace();
    var frames = new ArrayList<ToVisitor>();
    var ofPages = ofPages(workspace, newest);
    var page = stored.after(workspace, newest.conversation(), after, ConversationLimits.PAGE);
    view.begin(newest, page.isEmpty() ? after : page.getLast().seq());
    var changed = stored.changed(workspace, newest.conversation(), after);
    frames.add(
        new ToVisitor.Welcome(
            token,
            view.chat(),
            Stream.concat(changed.stream(), page.stream())
                .filter(m -> ofPages.contains(m.interaction()) && !m.internal())
                .map(view::line)
                .toList()));
    while (page.size() == ConversationLimits.PAGE) {
      page =
          stored.after(
              workspace, newest.conversation(), page.getLast().seq(), ConversationLimits.PAGE);
      for (var message : page)
        if (ofPages.contains(message.interaction())) view.told(message).ifPresent(frames::add);
    }
    conversations
        .find(workspace, newest.conversation())
        .filter(one -> one.agentReadSeq() > 0)
        .ifPresent(one -> frames.add(new ToVisitor.Read(one.id(), one.agentReadSeq())));
    var theirs = files.of(visitor, newest.conversation());
    if (!theirs.files().isEmpty()) frames.add(theirs);
    return frames;
  }

  /// The chats of the conversation: what else is said in it is not for the page.
  private Set<InteractionId> ofPages(WorkspaceId workspace, Interaction newest) {
    return interactions.ofConversations(workspace, List.of(newest.conversation())).stream()
        .filter(i -> i.channel().equals(CHANNEL))
        .map(Interaction::id)
        .collect(Collectors.toSet());
  }

  void send(ChatSocket socket, Greeted greeted, Send send) {
    if (!socket.sends.take(System.nanoTime())) {
      socket.answer(send.id(), new ToVisitor.Refused(send.id(), "too-fast", true));
      return;
    }
    socket.sending(send.id());
    var live = greeted.view().live();
    boolean mayRepeat = System.nanoTime() - greeted.at() < ChatLimits.REPEATS.toNanos();
    var answer =
        live.isPresent() && !mayRepeat
            ? write(socket, greeted, send, live.get())
            : receive(socket, greeted, send, live.isEmpty());
    socket.lastSend = answer;
    answer.whenComplete(
        (frame, failure) -> {
          if (failure == null) socket.answer(send.id(), frame);
          else
            socket.cut(); // nobody knows whether it is stored: the widget asks again on a new line
        });
  }

  /// Into the chat that goes on; when that has just ended, it begins a new one.
  private CompletableFuture<ToVisitor> write(
      ChatSocket socket, Greeted greeted, Send send, ChatView.Live live) {
    var message =
        new NewMessage(
            live.conversation(), live.interaction(), send.id(), Author.CUSTOMER, send.text());
    return messages
        .send(greeted.visitor().workspace(), message)
        .thenCompose(
            sent ->
                sent instanceof Sent.Refused(var why)
                        && (why == Refusal.CHAT_ENDED || why == Refusal.UNKNOWN_INTERACTION)
                    ? socket.later(() -> receive(socket, greeted, send, true))
                    : answered(socket, greeted, send, sent));
  }

  private CompletableFuture<ToVisitor> receive(
      ChatSocket socket, Greeted greeted, Send send, boolean begins) {
    var key = greeted.visitor();
    var beginning =
        begins
            ? beginnings.begin(socket, key, send.left())
            : new Beginning.With(socket.opened.entry(), false);
    return switch (beginning) {
      case Beginning.Not(var code, var retry) ->
          CompletableFuture.completedFuture(new ToVisitor.Refused(send.id(), code, retry));
      case Beginning.With(var entry, var left) -> receive(socket, greeted, send, entry, left);
    };
  }

  private CompletableFuture<ToVisitor> receive(
      ChatSocket socket, Greeted greeted, Send send, ChatEntry entry, boolean left) {
    var key = greeted.visitor();
    var language = language(key.workspace(), greeted.language(), entry.language());
    var item =
        new Inbound(
            greeted.sender(language),
            Medium.CHAT,
            CHANNEL,
            entry.service(),
            entry.id().value(),
            language,
            claims(send.answers()),
            send.id(),
            send.text(),
            left);
    return messages
        .receive(key.workspace(), item)
        .thenCompose(sent -> answered(socket, greeted, send, sent));
  }

  /// Told when the files are the message's: a widget without an answer sends it once more, and they
  /// are again.
  private CompletableFuture<ToVisitor> answered(
      ChatSocket socket, Greeted greeted, Send send, Sent sent) {
    if (send.files().isEmpty() || !(sent instanceof Sent.Stored(Message message, _)))
      return CompletableFuture.completedFuture(frame(send.id(), sent));
    return socket.later(
        () -> {
          files.sent(greeted.visitor(), message, send.files());
          return CompletableFuture.completedFuture(frame(send.id(), sent));
        });
  }

  /// The page's language if the workspace has agents for it, else the entry's.
  String language(WorkspaceId workspace, @Nullable String ofPage, String ofEntry) {
    if (ofPage == null || ofPage.equals(ofEntry)) return ofEntry;
    boolean spoken =
        skills.all(workspace).stream()
            .anyMatch(skill -> skill.kind() == Skill.Kind.LANGUAGE && ofPage.equals(skill.code()));
    return spoken ? ofPage : ofEntry;
  }

  static Claims claims(Answers answers) {
    var name = clean(answers.name(), ChatLimits.NAME_CHARACTERS);
    return new Claims(
        name.isEmpty() ? null : name,
        Stream.of(answers.address(), answers.phone())
            .flatMap(typed -> Addresses.claimed(clean(typed, Addresses.LONGEST), "").stream())
            .toList());
  }

  private static String clean(@Nullable String typed, int longest) {
    return typed == null ? "" : OneLine.of(typed, longest);
  }

  private static ToVisitor frame(UUID id, Sent sent) {
    return switch (sent) {
      case Sent.Stored(Message message, _) ->
          new ToVisitor.Stored(id, message.seq(), message.at(), message.conversation());
      case Sent.Refused(var why) -> new ToVisitor.Refused(id, why.code(), false);
      case Sent.Unavailable() -> new ToVisitor.Refused(id, "not-stored", true);
    };
  }
}
