package org.hiwar.template.api;

import java.util.List;
import org.hiwar.template.TemplateText;
import org.hiwar.workspace.ServiceId;
import org.jspecify.annotations.Nullable;

/// A template as it is to be.
///
/// @param channels by name, the web chat as `web`; null: every channel
/// @param services null: every service
/// @param texts one for each language
record TemplateWish(
    String name,
    String shortcut,
    @Nullable List<String> channels,
    @Nullable List<ServiceId> services,
    List<TemplateText> texts) {}
