package org.hiwar.desktop.desk;

import java.util.List;
import org.hiwar.desktop.wire.DeskEvent;

/// The events of one turn of a desk, under the next number.
public record Frame(long offset, List<DeskEvent> events) {}
