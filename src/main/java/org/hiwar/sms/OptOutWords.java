package org.hiwar.sms;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hiwar.contact.ArabicText;

/// The words by which customers say that they want no more messages, or that they want them again.
/// Only a message that consists of such a word counts: *please do not stop* is none.
final class OptOutWords {
  /// The words that the rules of the United States name (47 CFR 64.1200(a)(10)), and what people
  /// say for them in other languages.
  private static final Set<String> OUT =
      words(
          "stop, stop all, stopall, quit, end, revoke, opt out, optout, cancel, unsubscribe",
          "توقف, أوقف, إيقاف, وقف, قف, إلغاء, إلغاء الاشتراك, ألغ الاشتراك, لغو, پایان, بند",
          "alto, parar, baja, cancelar, detener, no más, cancelar suscripción",
          "arrêt, arrêter, arrêtez, désabonner, désinscrire, se désabonner",
          "stopp, abmelden, abbestellen, beenden, ende, kündigen, austragen",
          "ferma, annulla, disiscrivi, disiscrivimi, cancella",
          "pare, sair, remover, cancelar inscrição",
          "dur, iptal, çıkış, abonelikten çık",
          "стоп, отписка, отписаться, отмена, відписатися",
          "stoppen, afmelden, uitschrijven, opzeggen",
          "koniec, wypisz, rezygnuj, avsluta, avregistrera, afmeld, lopeta, berhenti, odhlásit",
          "הסר, עצור, रोकें, बंद, 停止, 退订, 退訂, 取消, 配信停止, 중지, 수신거부, dừng, huỷ, rawestîne");

  private static final Set<String> IN =
      words(
          "start, unstop, subscribe, opt in, optin, resume",
          "ابدأ, اشترك, اشتراك, استئناف, شروع",
          "alta, iniciar, empezar, suscribir, suscribirse",
          "commencer, abonner, s'abonner, reprendre, démarrer",
          "anmelden, starten, fortsetzen",
          "inizia, iscrivi, iscrivimi, começar, voltar, başla, старт, подписаться, підписатися",
          "aanmelden, hervatten, zapisz, starta, aloita, mulai, התחל, शुरू, 开始, 開始, 再開, 시작");

  enum Wish {
    OUT,
    IN
  }

  private OptOutWords() {}

  /// What the writer of a text wishes; empty: something else is on their mind.
  static Optional<Wish> of(String text) {
    if (text.length() > 60) return Optional.empty();
    var word = bare(text);
    if (OUT.contains(word)) return Optional.of(Wish.OUT);
    return IN.contains(word) ? Optional.of(Wish.IN) : Optional.empty();
  }

  private static Set<String> words(String... lines) {
    return Arrays.stream(lines)
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(OptOutWords::bare)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Without punctuation around it, in the form in which texts are compared.
  private static String bare(String text) {
    return ArabicText.folded(text.replaceAll("[\\p{P}\\p{S}]+", " "));
  }
}
