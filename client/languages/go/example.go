// Links a company, meets an error, and breaks the link.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"

	erpsync "erpsync.dev/client"
)

func main() {
	configuration := erpsync.NewConfiguration()
	configuration.Servers = erpsync.ServerConfigurations{{URL: os.Getenv("ERPSYNC_BASE_URL")}}
	client := erpsync.NewAPIClient(configuration)

	ctx := context.WithValue(context.Background(), erpsync.ContextBasicAuth, erpsync.BasicAuth{
		UserName: os.Getenv("ERPSYNC_USER"),
		Password: os.Getenv("ERPSYNC_PASSWORD"),
	})

	linked, _, err := client.ActorLinksAPI.CreateActorLink(ctx).
		CreateActorLinkRequest(erpsync.CreateActorLinkRequest{
			ErpConnectionId: 444,
			CrmRecordId:     4711,
			CrmActorType:    erpsync.CRMACTORTYPE_CONTACT,
			ErpKey:          "10042",
			ErpActorType:    erpsync.ERPACTORTYPE_CUSTOMER,
		}).
		Execute()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("linked:", linked)

	response, err := client.ActorLinksAPI.ConnectActor(ctx).
		ConnectActorRequest(erpsync.ConnectActorRequest{
			ErpConnectionId: 444,
			CrmRecordId:     4712,
			CrmActorType:    erpsync.CRMACTORTYPE_CONTACT,
			ErpKey:          "10042",
			ErpActorType:    erpsync.ERPACTORTYPE_CUSTOMER,
		}).
		Execute()
	var answered *erpsync.GenericOpenAPIError
	if errors.As(err, &answered) {
		if problem, ok := answered.Model().(erpsync.ServiceError); ok {
			fmt.Println("error:", response.StatusCode, problem.ErrorType, problem.ErrorMessage)
		}
	}

	broken, _, err := client.ActorLinksAPI.BreakActorLink(ctx).
		BreakActorLinkRequest(erpsync.BreakActorLinkRequest{
			ErpConnectionId: 444,
			CrmRecordId:     4711,
			CrmActorType:    erpsync.CRMACTORTYPE_CONTACT,
		}).
		Execute()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("broken:", broken)
}
