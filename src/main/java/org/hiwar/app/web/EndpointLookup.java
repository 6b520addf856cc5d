package org.hiwar.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.RequestPath;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// Finds the endpoint of a request. Where its address has variables, all endpoints there are would
/// be compared with it, by method, parameters and headers before the address, which costs more than
/// most of them do. So those whose address differs in its second segment, such as `chats` of
/// `/api/chats/{id}`, are passed over.
final class EndpointLookup extends RequestMappingHandlerMapping {
  private static final int SECOND = 3; // separator, segment, separator, segment

  /// The second segment of the address that is looked up; unbound where it is not known.
  private static final ScopedValue<String> ASKED = ScopedValue.newInstance();

  /// By endpoint; empty: its address may have any.
  private final Map<RequestMappingInfo, Set<String>> segments = new ConcurrentHashMap<>();

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    var asked = second(ServletRequestPathUtils.getParsedRequestPath(request));
    if (asked == null) return super.lookupHandlerMethod(path, request);
    return ScopedValue.where(ASKED, asked).call(() -> super.lookupHandlerMethod(path, request));
  }

  @Override
  protected @Nullable RequestMappingInfo getMatchingMapping(
      RequestMappingInfo endpoint, HttpServletRequest request) {
    return ASKED.isBound() && !mayHave(endpoint, ASKED.get())
        ? null
        : super.getMatchingMapping(endpoint, request);
  }

  /// Whether an address with this second segment may be one of the endpoint's.
  boolean mayHave(RequestMappingInfo endpoint, String second) {
    var known = segments.get(endpoint); // without a lock, which the next line would take
    var own = known != null ? known : segments.computeIfAbsent(endpoint, EndpointLookup::seconds);
    return own.isEmpty() || own.contains(second);
  }

  /// Null: there is none, or it is not told apart so simply.
  private static @Nullable String second(RequestPath path) {
    var elements = path.pathWithinApplication().elements();
    return elements.size() > SECOND && elements.get(SECOND) instanceof PathSegment segment
        ? segment.valueToMatch()
        : null;
  }

  private static Set<String> seconds(RequestMappingInfo endpoint) {
    var seconds = new HashSet<String>();
    for (var pattern : endpoint.getPatternValues()) {
      var elements = PathContainer.parsePath(pattern).elements();
      boolean told =
          elements.size() > SECOND
              && elements.get(1).value().matches("[a-z0-9.-]+")
              && elements.get(SECOND).value().matches("[a-z0-9.-]+");
      if (!told) return Set.of();
      seconds.add(elements.get(SECOND).value());
    }
    return seconds;
  }
}
