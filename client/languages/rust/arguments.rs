//! The arguments of one call; what the operation takes is removed, so that what it does not know shows.

use std::collections::HashMap;

use serde::de::DeserializeOwned;
use serde_json::Value;

pub struct Arguments {
    pub headers: HashMap<String, Value>,
    pub query: HashMap<String, Value>,
    pub body: Option<Value>,
}

pub enum Failure {
    Client(erpsync_client::Error),
    Driver(String),
}

impl From<erpsync_client::Error> for Failure {
    fn from(error: erpsync_client::Error) -> Self {
        Failure::Client(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Failure::Driver(error.to_string())
    }
}

impl Arguments {
    pub fn query<T: DeserializeOwned>(&mut self, name: &str) -> Result<Option<T>, Failure> {
        read(self.query.remove(name))
    }

    pub fn header<T: DeserializeOwned>(&mut self, name: &str) -> Result<Option<T>, Failure> {
        read(self.headers.remove(name))
    }

    pub fn needed<T>(
        &mut self,
        name: &str,
        take: fn(&mut Self, &str) -> Result<Option<T>, Failure>,
    ) -> Result<T, Failure> {
        take(self, name)?.ok_or_else(|| Failure::Driver(format!("{name} is missing")))
    }

    pub fn body<T: DeserializeOwned>(&mut self) -> Result<T, Failure> {
        let body = self.body.take().ok_or_else(|| Failure::Driver("the body is missing".into()))?;
        Ok(serde_json::from_value(body)?)
    }

    pub fn check(&self) -> Result<(), Failure> {
        let unknown = self.headers.keys().chain(self.query.keys()).next();
        match (unknown, &self.body) {
            (Some(name), _) => Err(Failure::Driver(format!("no parameter {name}"))),
            (None, Some(_)) => Err(Failure::Driver("no body".into())),
            (None, None) => Ok(()),
        }
    }
}

fn read<T: DeserializeOwned>(value: Option<Value>) -> Result<Option<T>, Failure> {
    Ok(value.map(serde_json::from_value).transpose()?)
}
