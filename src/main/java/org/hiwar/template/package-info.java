/// Texts that agents write often: administered once, with variables, and put into a draft filled.
///
/// Owns the tables `template` and `template_text`. May use channel, conversation, contact,
/// workspace and platform. Publishes nothing.
///
/// A text is [read][Pieces] into words, variables of a closed list ([Variable]) and questions to
/// the agent. Nothing in it is computed, and what is filled in is never read again, so that a
/// customer's name cannot be a variable. What nobody knows stays a gap, which the agent fills;
/// braces are never sent.
@NullMarked
package org.hiwar.template;

import org.jspecify.annotations.NullMarked;
