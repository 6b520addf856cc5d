package org.hiwar.chat;

/// What a chat entry says in one language.
///
/// @param title over the chat; empty: the entry's name
/// @param greeting before anybody has written; empty: none
/// @param closed while nobody is there, above the form for a message; empty: the widget's own words
public record EntryTexts(String title, String greeting, String closed) {}
