//! Makes the calls that it reads, a line each, with the generated client, and writes what it got from it, a line each.

use std::collections::HashMap;
use std::io::{self, BufRead, Write};
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::Arc;

use erpsync_client::{Client, Credentials, Error};
use serde::Deserialize;
use serde_json::{json, Value};

use crate::arguments::{Arguments, Failure};

mod arguments;
mod dispatch;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Call {
    base_url: String,
    operation: String,
    auth: Option<Auth>,
    #[serde(default)]
    headers: HashMap<String, Value>,
    #[serde(default)]
    query: HashMap<String, Value>,
    body: Option<Value>,
}

#[derive(Deserialize)]
#[serde(tag = "scheme")]
enum Auth {
    Basic { user: String, password: String },
    SoTicket { ticket: String },
    Bearer { token: String },
}

impl From<Auth> for Credentials {
    fn from(auth: Auth) -> Self {
        match auth {
            Auth::Basic { user, password } => Credentials::Basic { user, password },
            Auth::SoTicket { ticket } => Credentials::SoTicket(ticket),
            Auth::Bearer { token } => Credentials::Bearer(token),
        }
    }
}

fn answer(line: &str) -> Value {
    let called = serde_json::from_str::<Call>(line).map_err(Failure::from).and_then(|call| {
        let status = Arc::new(AtomicU16::new(0));
        let client = Client::with_agent(agent(status.clone()), &call.base_url, call.auth.map(Into::into));
        let mut given = Arguments { headers: call.headers, query: call.query, body: call.body };
        let result = dispatch::call(&client, &call.operation, &mut given)?;
        Ok((status.load(Ordering::Relaxed), result))
    });
    match called {
        Ok((status, body)) => json!({ "status": status, "body": body }),
        Err(Failure::Client(Error::Refused { status, problem })) => json!({ "status": status, "error": problem }),
        Err(Failure::Client(error)) => json!({ "failure": error.to_string() }),
        Err(Failure::Driver(reason)) => json!({ "failure": reason }),
    }
}

/// An agent that tells the status of its last answer, which the client says of errors only.
fn agent(status: Arc<AtomicU16>) -> ureq::Agent {
    let told = move |request: ureq::http::Request<ureq::SendBody>, next: ureq::middleware::MiddlewareNext| {
        let answer = next.handle(request)?;
        status.store(answer.status().as_u16(), Ordering::Relaxed);
        Ok(answer)
    };
    ureq::Agent::config_builder().http_status_as_error(false).middleware(told).build().into()
}

fn main() -> io::Result<()> {
    for line in io::stdin().lock().lines() {
        writeln!(io::stdout(), "{}", answer(&line?))?;
    }
    Ok(())
}
