package dev.erpsync.server.http.locale;

import dev.erpsync.server.http.response.ResponseStep;
import dev.erpsync.server.http.response.ResponseTree;
import dev.erpsync.server.http.routing.Call;
import dev.erpsync.server.language.AnswerLocale;
import dev.erpsync.spec.Contract;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;

/**
 * Reads which language and time zone a request asks for, and rejects what cannot be understood
 * before anything happens; then writes the response in them. The emulator control returns what is
 * stored. (D14, D15)
 */
public final class LocaleFilter implements ContainerRequestFilter, ResponseStep {
  private static final String PROPERTY = LocaleFilter.class.getName();

  private final Contract agent;
  private final LocaleHeaders headers;
  private final LocalizedTexts texts;

  /**
   * A filter.
   *
   * @param agent the contract whose responses are localized
   */
  public LocaleFilter(Contract agent) {
    this.agent = agent;
    this.headers = new LocaleHeaders(agent);
    this.texts = new LocalizedTexts(agent);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (Call.of(request).servedBy(agent).isPresent()) {
      request.setProperty(PROPERTY, headers.read(request));
    }
  }

  @Override
  public void apply(Call call, ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(PROPERTY) instanceof AnswerLocale locale
        && response.getEntity() instanceof ResponseTree tree
        && !locale.isNeutral()) {
      texts.rewrite(tree, locale);
    }
  }
}
