//! Links a company, breaks the link, reads a connection that does not exist, and handles an error.

use std::env::var;

// begin: set up
use erpsync_client::models::{
    BreakActorLinkRequest, ConnectActorRequest, CreateActorLinkRequest, CrmActorType, ErpActorType, GetConnectionRequest,
};
use erpsync_client::{Client, Credentials, Error, GetConnectionOptions, Problem};

// end: set up
fn main() -> Result<(), Box<dyn std::error::Error>> {
    // begin: authenticate
    let credentials = Credentials::Basic { user: var("ERPSYNC_USER")?, password: var("ERPSYNC_PASSWORD")? };
    let client = Client::new(&var("ERPSYNC_BASE_URL")?, credentials);
    // end: authenticate

    // begin: link
    let link = CreateActorLinkRequest {
        erp_connection_id: 444,
        crm_actor_type: CrmActorType::Contact,
        crm_record_id: 285,
        erp_actor_type: ErpActorType::Customer,
        erp_key: "10042".into(),
    };
    let linked = client.create_actor_link(&link, &Default::default())?;
    println!("linked: {linked}");
    // end: link

    // begin: break
    let link = BreakActorLinkRequest { erp_connection_id: 444, crm_actor_type: CrmActorType::Contact, crm_record_id: 285 };
    let broken = client.break_actor_link(&link, &Default::default())?;
    println!("broken: {broken}");
    // end: break

    // begin: read
    let options = GetConnectionOptions {
        select: Some("DisplayName,Active".into()),
        so_language: Some("en".into()),
        ..Default::default()
    };
    let connection = client.get_connection(&GetConnectionRequest { erp_connection_id: 4711 }, &options)?;
    println!("connection: {}", connection.and_then(|found| found.display_name).unwrap_or("none".into()));
    // end: read

    // begin: error
    let link = ConnectActorRequest {
        erp_connection_id: 4711,
        crm_actor_type: CrmActorType::Contact,
        crm_record_id: 285,
        erp_actor_type: ErpActorType::Customer,
        erp_key: "10042".into(),
        field_values: None,
    };
    match client.connect_actor(&link, &Default::default()) {
        Ok(()) => println!("connected"),
        Err(Error::Refused { status, problem: Problem::ServiceError(problem) }) => {
            println!("refused: {status} {}", problem.error_message)
        }
        Err(other) => return Err(other.into()),
    }
    // end: error
    Ok(())
}
