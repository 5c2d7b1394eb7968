package dev.erpsync.server.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import dev.erpsync.server.access.Authenticator;
import dev.erpsync.server.emulator.Journal;
import dev.erpsync.server.http.container.ContainerErrors;
import dev.erpsync.server.http.error.ErrorMapper;
import dev.erpsync.server.http.locale.LocaleFilter;
import dev.erpsync.server.http.request.BodyFilter;
import dev.erpsync.server.http.request.JsonMappers;
import dev.erpsync.server.http.request.ParametersFilter;
import dev.erpsync.server.http.request.RequestReader;
import dev.erpsync.server.http.request.Rules;
import dev.erpsync.server.http.request.UnreadBodyFilter;
import dev.erpsync.server.http.request.Validation;
import dev.erpsync.server.http.response.HeadersStep;
import dev.erpsync.server.http.response.JournalStep;
import dev.erpsync.server.http.response.PageStep;
import dev.erpsync.server.http.response.ResponseCheckStep;
import dev.erpsync.server.http.response.ResponseFormatFilter;
import dev.erpsync.server.http.response.ResponseStep;
import dev.erpsync.server.http.response.ResponseSteps;
import dev.erpsync.server.http.response.SelectStep;
import dev.erpsync.server.http.response.TreeStep;
import dev.erpsync.server.http.response.XmlResponseWriter;
import dev.erpsync.server.http.routing.CallFilter;
import dev.erpsync.server.http.routing.DescribedResources;
import dev.erpsync.server.http.routing.MethodFilter;
import dev.erpsync.server.http.routing.PathFilter;
import dev.erpsync.server.http.routing.QueryNamesFilter;
import dev.erpsync.server.http.routing.ResponseFormats;
import dev.erpsync.server.http.routing.Routes;
import dev.erpsync.server.http.security.AdministratorsFeature;
import dev.erpsync.server.http.security.AppTokenFilter;
import dev.erpsync.server.http.security.AuthenticationFilter;
import dev.erpsync.server.http.security.Challenge;
import dev.erpsync.server.select.Selector;
import dev.erpsync.spec.Contract;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/**
 * The Jersey application. Its steps run in the order in which they are written here: those of a
 * request, then those of a response.
 */
public final class ErpSyncApplication extends ResourceConfig {
  private final ContainerErrors containerErrors;

  private int step;

  /**
   * An application.
   *
   * @param maxBodyBytes longest request body
   * @param authenticator authenticates callers
   * @param contracts those that are served
   * @param resources the generated resources
   * @param delegates binds the delegates that the resources call
   * @param level how much of the agent's contract is enforced
   * @param journal records every exchange
   */
  public ErpSyncApplication(
      int maxBodyBytes,
      Authenticator authenticator,
      Contracts contracts,
      List<Class<?>> resources,
      AbstractBinder delegates,
      Validation level,
      Journal journal) {
    property(ServerProperties.WADL_FEATURE_DISABLE, true);
    Contract agent = contracts.agent();
    Contract emulator = contracts.emulator();
    boolean strict = level == Validation.STRICT;
    ObjectMapper mapper = JsonMappers.strict();
    ResponseFormats formats = ResponseFormats.of(agent);
    var routes = new Routes(List.of(agent, emulator, contracts.discovery()));
    Challenge challenge = Challenge.of(agent);
    var unreadBody = new UnreadBodyFilter();
    var locale = new LocaleFilter(agent);
    var xml = new XmlResponseWriter(mapper, agent);
    this.containerErrors = new ContainerErrors(mapper, formats, xml);

    // Before Jersey chooses the resource.
    next(new CallFilter(routes));
    next(unreadBody);
    next(new ResponseFormatFilter(formats, strict));
    next(new PathFilter());
    next(new QueryNamesFilter(agent));
    next(new AuthenticationFilter(authenticator, challenge));
    next(new AppTokenFilter(authenticator, challenge, emulator));
    next(new MethodFilter());

    // The resource.
    var described = new DescribedResources(routes);
    resources.forEach(resource -> registerResources(described.of(resource)));
    register(delegates);

    // After it was chosen, and before it is called.
    register(new AdministratorsFeature(++step));
    next(new ParametersFilter(agent, level));
    next(locale);
    next(new BodyFilter(agent, maxBodyBytes, strict));
    var rules = List.of(Rules.of(agent, level), Rules.of(emulator, Validation.CONTRACT));
    register(new RequestReader(mapper, rules, maxBodyBytes));

    // The response, also that to an exception.
    register(ErrorMapper.class);
    List<ResponseStep> response = new ArrayList<>();
    response.add(new TreeStep(mapper, agent));
    response.add(new SelectStep(new Selector(agent)));
    response.add(locale);
    response.add(new PageStep(mapper));
    response.add(new HeadersStep());
    response.add(unreadBody);
    if (strict) {
      response.add(new ResponseCheckStep(mapper, agent));
    }
    response.add(new JournalStep(journal, agent, emulator, InstantSource.system()));
    register(new ResponseSteps(response));

    // Only writers: Jackson's reader would check nothing.
    register(new JacksonJsonProvider(mapper), MessageBodyWriter.class);
    register(xml);
  }

  /** The responses to requests that the container rejects. */
  public ContainerErrors containerErrors() {
    return containerErrors;
  }

  private void next(Object filter) {
    register(filter, ++step);
  }
}
