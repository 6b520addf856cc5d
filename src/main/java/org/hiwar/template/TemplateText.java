package org.hiwar.template;

/// What a template says in one language.
///
/// @param language a tag as `ar`
/// @param subject of a mail; empty: none
public record TemplateText(String language, String subject, String text) {}
