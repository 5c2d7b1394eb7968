package dev.erpsync.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import dev.erpsync.server.access.Authenticator;
import dev.erpsync.server.emulator.Journal;
import dev.erpsync.server.select.Selector;
import dev.erpsync.spec.Contract;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.time.InstantSource;
import java.util.List;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** The Jersey application: the path of a request, in the order in which the steps are taken. */
public final class ErpSyncApplication extends ResourceConfig {
  private static final int MAX_NESTING = 64;

  private final HttpLimits limits;
  private final ContainerErrors containerErrors;

  /**
   * @param limits how much a client may take
   * @param authenticator finds out who calls
   * @param agent the contract of the agent
   * @param emulator the contract of the emulator control
   * @param discovery the contract of what is said of them
   * @param resources the generated resources
   * @param delegates binds the delegates that they are to be given
   * @param validation how much of the agent's contract is held up
   * @param journal is told of every exchange
   */
  public ErpSyncApplication(
      HttpLimits limits,
      Authenticator authenticator,
      Contract agent,
      Contract emulator,
      Contract discovery,
      List<Class<?>> resources,
      AbstractBinder delegates,
      Validation validation,
      Journal journal) {
    property(ServerProperties.WADL_FEATURE_DISABLE, true);
    this.limits = limits;
    ObjectMapper mapper = mapper();
    AnswerFormats answers = AnswerFormats.of(agent);
    var xml = new XmlAnswerWriter(mapper, agent);
    // what never comes here
    this.containerErrors = new ContainerErrors(mapper, answers, xml);
    List<Contract> contracts = List.of(agent, emulator);
    var routes = new Routes(List.of(agent, emulator, discovery));
    var agentRoutes = new Routes(List.of(agent));
    boolean strict = validation == Validation.STRICT;
    int step = 0;
    // answers take the steps that they have in reverse, so these two have the last word: the
    // journal, and the check of the answer against the contract
    register(
        new JournalFilter(
            journal, agentRoutes, new Routes(List.of(emulator)), InstantSource.system()),
        ++step);
    if (strict) {
      register(new AnswerCheckFilter(mapper, agentRoutes, new AnswerCheck(agent)), ++step);
    }
    // a connection that survives a request whose body nobody reads
    register(new UnreadBodyFilter(), ++step);
    // an id, by which log and answer can be matched
    register(new RequestIdFilter(), ++step);
    // the format of the answer, errors included
    register(new AnswerFormatFilter(answers, routes, strict), ++step);
    // a path that is served
    register(new PathFilter(routes), ++step);
    // the names of query parameters, as the contract spells them
    register(new QueryNamesFilter(agent, agentRoutes), ++step);
    // who calls
    Challenge challenge = Challenge.of(agent);
    register(new AuthenticationFilter(authenticator, challenge), ++step);
    // for which app
    register(new AppTokenFilter(authenticator, challenge, emulator), ++step);
    // a method that is served there
    register(new MethodFilter(routes), ++step);
    // routing: the generated resources, and a description of each operation
    var described = new DescribedResources(routes);
    resources.forEach(resource -> registerResources(described.of(resource)));
    register(delegates);
    // what only administrators may do
    register(new AdministratorsFeature(++step));
    // headers and query parameters, as the contract declares them
    register(new ParametersFilter(agent, agentRoutes, validation), ++step);
    // in which language and time zone to answer; answers pass it on their way back, after $select
    register(new LocaleFilter(agent), ++step);
    // the body: none where none belongs, not too long, there, read, and checked against the
    // contract
    if (strict) {
      register(new NoBodyFilter(agentRoutes), ++step);
    }
    register(new BodySizeFilter(limits.bodyBytes()), ++step);
    register(new RequiredBodyFilter(contracts), ++step);
    var rules = List.of(Rules.of(agent, validation), Rules.of(emulator, Validation.CONTRACT));
    register(new RequestReader(mapper, rules, limits.bodyBytes()));
    // whatever was thrown on the way
    register(ErrorMapper.class);
    // the answer, from here on in reverse: with its schema, labelled, made a page, selected,
    // written;
    // the provider must not read, it would check nothing
    register(new SelectFilter(new Selector(agent)), ++step);
    register(new PageFilter(mapper, routes), ++step);
    register(new ResponseHeadersFilter(), ++step);
    register(new AnswerTreeFilter(mapper, agent, agentRoutes), ++step);
    register(new JacksonJsonProvider(mapper), MessageBodyWriter.class);
    register(xml);
  }

  HttpLimits limits() {
    return limits;
  }

  /** The answers to what the container refuses. */
  ContainerErrors containerErrors() {
    return containerErrors;
  }

  /**
   * JSON as the contract wants it: strict about form, indifferent to properties that it does not
   * know. (D4, D9)
   */
  public static ObjectMapper mapper() {
    return tolerant()
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  /**
   * JSON as the vendor's platform takes it: of two properties with one name the last counts, what
   * follows the value does not, and a number can become the text that it was written as. (D4)
   */
  static ObjectMapper tolerantMapper() {
    return tolerant()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();
  }

  private static JsonMapper.Builder tolerant() {
    var factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
            .build();
    return JsonMapper.builder(factory)
        // else URL, whose getter begins with capitals, would stand behind all others
        .enable(MapperFeature.USE_STD_BEAN_NAMING)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }
}
