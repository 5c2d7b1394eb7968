package dev.erpsync.server.http;

import dev.erpsync.server.language.AnswerLocale;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers in the language and the time zone that were asked for. What cannot be understood of them
 * is refused before anything happens; the emulator control answers what is stored. (D14, D15)
 */
final class LocaleFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String PROPERTY = LocaleFilter.class.getName();

  private final LocaleHeaders headers;
  private final LocalizedTexts texts;
  private final Set<String> paths;

  LocaleFilter(Contract agent) {
    this.headers = new LocaleHeaders(agent);
    this.texts = new LocalizedTexts(agent);
    this.paths =
        agent.operations().stream().map(Operation::path).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!PathFilter.isOpen(request) && paths.contains("/" + request.getUriInfo().getPath())) {
      request.setProperty(PROPERTY, headers.read(request));
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(PROPERTY) instanceof AnswerLocale locale
        && response.getEntity() instanceof AnswerTree answer
        && !locale.isNeutral()) {
      texts.rewrite(answer, locale);
    }
  }
}
