package dev.erpsync.server.http.response;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.erpsync.server.http.routing.Call;
import dev.erpsync.spec.Operation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * Makes a page of a response that is to be HTML. Everything in it is escaped, nothing runs, and
 * only its own style is let in (Content Security Policy Level 3, section 2.3.1). (D19)
 */
public final class PageStep implements ResponseStep {
  private final ObjectMapper mapper;
  private final Template page;
  private final String policy;

  /**
   * A step.
   *
   * @param mapper makes trees of models
   */
  public PageStep(ObjectMapper mapper) {
    this.mapper = mapper;
    String template = resource("page");
    this.page =
        Mustache.compiler().withLoader(name -> new StringReader(resource(name))).compile(template);
    String style = template.split("</?style>", 3)[1];
    this.policy =
        "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
            .formatted(sha256(style));
  }

  @Override
  public void apply(Call call, ContainerRequestContext request, ContainerResponseContext response) {
    MediaType type = response.getMediaType();
    if (response.hasEntity() && type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
      URI uri = request.getUriInfo().getRequestUri();
      String base = request.getUriInfo().getBaseUri().toString();
      String about = call.description().map(served -> about(served.operation())).orElse("");
      PageView content = PageView.of(mapper.valueToTree(response.getEntity()), base);
      response.setEntity(page(uri.getPath(), about, content), new Annotation[0], type);
      response.getHeaders().putSingle("Content-Security-Policy", policy);
    }
  }

  String page(String title, String about, PageView content) {
    return page.execute(Map.of("title", title, "about", about, "content", content));
  }

  private static String about(Operation operation) {
    return operation.node().path("summary").asText()
        + " "
        + operation.node().path("description").asText();
  }

  private static String resource(String name) {
    try (InputStream in = PageStep.class.getResourceAsStream(name + ".mustache")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name + ".mustache");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
