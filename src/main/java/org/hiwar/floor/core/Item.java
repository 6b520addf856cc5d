package org.hiwar.floor.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// A piece of work on this floor and where it stands. Private to the core; changed only by `Floor`.
final class Item implements Comparable<Item> {
  private Work work;
  private ServiceQueue queue;
  private int precedence;
  private Instant rank;
  private WorkState state;
  private List<Guest> guests = List.of();
  /// Where it waits; null unless it is queued for its service.
  @Nullable Line line;
  boolean dirty;

  Item(Work work, ServiceQueue queue, WorkState state) {
    this.work = work;
    this.queue = queue;
    this.precedence = work.precedence(queue.rules());
    this.rank = work.rank(queue.rules());
    this.state = state;
  }

  Work work() {
    return work;
  }

  ServiceQueue queue() {
    return queue;
  }

  WorkState state() {
    return state;
  }

  void become(WorkState next) {
    state = next;
  }

  /// Who is in it beside the agent who has it, or is asked to be; the first who came first.
  List<Guest> guests() {
    return guests;
  }

  @Nullable Guest guest(UserId agent) {
    for (var guest : guests) if (guest.agent().equals(agent)) return guest;
    return null;
  }

  /// @param now null: the agent is none any more
  void guest(UserId agent, @Nullable Guest now) {
    var all = new ArrayList<>(guests);
    all.removeIf(guest -> guest.agent().equals(agent));
    if (now != null) all.add(now);
    guests = List.copyOf(all);
  }

  /// Never while it waits: the rank changes with the rules.
  void moveTo(Work work, ServiceQueue queue) {
    this.work = work;
    this.queue = queue;
    this.precedence = work.precedence(queue.rules());
    this.rank = work.rank(queue.rules());
  }

  /// What was given away is not given any more. Its rank stays what it was.
  void accepted() {
    work = work.accepted();
  }

  @Override
  public int compareTo(Item other) {
    if (precedence != other.precedence) return Integer.compare(other.precedence, precedence);
    int byRank = rank.compareTo(other.rank);
    return byRank != 0 ? byRank : Long.compare(work.id().value(), other.work.id().value());
  }

  /// Between queues of one agent: first the medium's precedence, then rank.
  boolean goesBefore(Item other) {
    int byMedium = work.medium().compareTo(other.work.medium());
    return byMedium != 0 ? byMedium < 0 : compareTo(other) < 0;
  }
}
