package org.hiwar.floor.core;

import java.util.ArrayList;
import java.util.List;

/// What differs from the database. An item that changed five times in a batch is written once.
final class Changes {
  private final ArrayList<Item> items = new ArrayList<>();
  private final ArrayList<Agent> agents = new ArrayList<>();
  private List<Event> events = new ArrayList<>();

  void happened(Event event) {
    events.add(event);
  }

  void touch(Item item) {
    if (item.dirty) return;
    item.dirty = true;
    items.add(item);
  }

  void touch(Agent agent) {
    if (agent.dirty) return;
    agent.dirty = true;
    agents.add(agent);
  }

  Outcome take() {
    var happened = events;
    events = new ArrayList<>();
    return new Outcome(happened, takeAgents(), takeWork());
  }

  private List<WorkRow> takeWork() {
    var rows = new ArrayList<WorkRow>(items.size());
    for (var item : items) {
      rows.add(new WorkRow(item.work(), item.state(), item.guests()));
      item.dirty = false;
    }
    items.clear();
    return rows;
  }

  private List<AgentRow> takeAgents() {
    var rows = new ArrayList<AgentRow>(agents.size());
    for (var agent : agents) {
      rows.add(agent.row());
      agent.dirty = false;
    }
    agents.clear();
    return rows;
  }
}
