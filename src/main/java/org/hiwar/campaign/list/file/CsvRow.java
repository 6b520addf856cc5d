package org.hiwar.campaign.list.file;

import java.util.List;

/// A row of a file.
///
/// @param line in which it begins, from 1
/// @param wellQuoted false: there was text behind a closing quotation mark
public record CsvRow(long line, List<String> values, boolean wellQuoted) {}
