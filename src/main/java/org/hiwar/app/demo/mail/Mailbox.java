package org.hiwar.app.demo.mail;

import java.util.List;

/// A mailbox of the demonstration. `.example` belongs to nobody: nothing is sent to strangers by
/// accident.
///
/// @param name as it stands beside the address
public record Mailbox(String address, String name) {
  public static final Mailbox ENGLISH = new Mailbox("orders@shop.example", "Orders");
  public static final Mailbox ARABIC = new Mailbox("talabat@shop.example", "الطلبات");

  public static final List<Mailbox> CENTRE = List.of(ENGLISH, ARABIC);

  /// Of customers, each of which is a page.
  public static final List<Mailbox> CUSTOMERS =
      List.of(
          new Mailbox("laura@post.example", "Laura Bennett"),
          new Mailbox("layla@post.example", "ليلى حداد"),
          new Mailbox("thomas@post.example", "Thomas Reed"),
          new Mailbox("yusuf@post.example", "يوسف الخطيب"),
          new Mailbox("nora@post.example", "Nora Lindgren"),
          new Mailbox("salma@post.example", "سلمى نصّار"),
          new Mailbox("paul@post.example", "Paul Okafor"),
          new Mailbox("karim@post.example", "كريم منصور"));
}
