package org.hiwar.platform.database;

import java.util.List;

/// One statement of a message, with the values of its parameters in order. Values may be `Long`,
/// `Integer`, `String`, `Boolean`, `UUID`, `OffsetDateTime`, `byte[]`, or an array of numbers,
/// texts, bytes or ids for statements that take whole columns.
public record SqlPart(String sql, List<Object> values) {}
