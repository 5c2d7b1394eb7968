package dev.erpsync.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import dev.erpsync.server.access.Authenticator;
import dev.erpsync.server.select.Selector;
import dev.erpsync.spec.Contract;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.util.List;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** The Jersey application: the path of a request, in the order in which the steps are taken. */
public final class ErpSyncApplication extends ResourceConfig {
  private static final int MAX_BODY_BYTES = 1 << 20;
  private static final int MAX_NESTING = 64;

  /**
   * @param authenticator finds out who calls
   * @param agent the contract of the agent
   * @param emulator the contract of the emulator control
   * @param resources the generated resources
   * @param delegates binds the delegates that they are to be given
   */
  public ErpSyncApplication(
      Authenticator authenticator,
      Contract agent,
      Contract emulator,
      List<Class<?>> resources,
      AbstractBinder delegates) {
    property(ServerProperties.WADL_FEATURE_DISABLE, true);
    ObjectMapper mapper = mapper();
    List<Contract> contracts = List.of(agent, emulator);
    int step = 0;
    // a connection that survives a request whose body nobody reads
    register(new UnreadBodyFilter(), ++step);
    // an id, by which log and answer can be matched
    register(new RequestIdFilter(), ++step);
    // the format of the answer, errors included
    register(new AnswerFormatFilter(agent), ++step);
    // who calls
    Challenge challenge = Challenge.of(agent);
    register(
        new AbstractBinder() {
          @Override
          protected void configure() {
            bind(authenticator).to(Authenticator.class);
            bind(challenge).to(Challenge.class);
          }
        });
    register(AuthenticationFilter.class, ++step);
    // for which app
    register(new AppTokenFilter(authenticator, challenge, emulator), ++step);
    // routing: the generated resources
    resources.forEach(this::register);
    register(delegates);
    // what only administrators may do
    register(new AdministratorsFeature(++step));
    // headers and query parameters, as the contract declares them
    register(new ParametersFilter(agent), ++step);
    // in which language and time zone to answer; answers pass it on their way back, after $select
    register(new LocaleFilter(mapper, agent), ++step);
    // the body: there, read, and checked against the contract
    register(new RequiredBodyFilter(contracts), ++step);
    var formats = new RequestFormats(new StrictJson(mapper));
    register(new RequestReader(mapper, contracts, formats, MAX_BODY_BYTES));
    // whatever was thrown on the way
    register(ErrorMapper.class);
    // the answer: selected, labelled, written; the provider must not read, it would check nothing
    register(new SelectFilter(mapper, new Selector(agent)), ++step);
    register(new ResponseHeadersFilter(), ++step);
    register(new JacksonJsonProvider(mapper), MessageBodyWriter.class);
    register(new XmlAnswerWriter(mapper, agent));
  }

  /**
   * JSON as the contract wants it: strict about form, indifferent to properties that it does not
   * know. (D4, D9)
   */
  public static ObjectMapper mapper() {
    var factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
            .build();
    return JsonMapper.builder(factory)
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }
}
